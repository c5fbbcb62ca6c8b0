; The installer for Windows: for the current user, without administrator's rights.
;
; makensis -DVERSION=1.2.3 -DFROZEN=folder -DDIST=folder packaging/windows/installer.nsi
; FROZEN: the packaged program (appealdesk.exe, appealdesk-window.exe, _internal\).
; Compiled by a test with Debian's nsis against a stand-in; NOT TRIED on Windows.

Unicode true
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor /SOLID lzma

!include MUI2.nsh
!include LogicLib.nsh

!define NAME "Appeal Desk"
!define ID "AppealDesk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${DIST}\appealdesk-${VERSION}-windows.exe"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "From an urgent action to letters in the post"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"

!define MUI_ICON "${ICONS}\appealdesk.ico"
!define MUI_UNICON "${ICONS}\appealdesk.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\appealdesk-window.exe"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Russian"

; "Open with" is offered; what a double click does is left as it is.
!macro OfferFor EXTENSION
  WriteRegStr HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${ID}.Document" ""
!macroend
!macro TakeBackFor EXTENSION
  DeleteRegValue HKCU "${CLASSES}\${EXTENSION}\OpenWithProgids" "${ID}.Document"
!macroend
!macro EachExtension ACTION
  !insertmacro ${ACTION} ".pdf"
  !insertmacro ${ACTION} ".txt"
  !insertmacro ${ACTION} ".docx"
  !insertmacro ${ACTION} ".odt"
  !insertmacro ${ACTION} ".rtf"
  !insertmacro ${ACTION} ".htm"
  !insertmacro ${ACTION} ".html"
  !insertmacro ${ACTION} ".eml"
  !insertmacro ${ACTION} ".yaml"
!macroend

Section "-Program"
  ; An older version goes first, or its files would stay among the new ones.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\appealdesk-window.exe"

  WriteRegStr HKCU "${CLASSES}\${ID}.Document" "" "Urgent action"
  WriteRegStr HKCU "${CLASSES}\${ID}.Document\DefaultIcon" "" "$INSTDIR\appealdesk-window.exe,0"
  WriteRegStr HKCU "${CLASSES}\${ID}.Document\shell\open\command" "" '"$INSTDIR\appealdesk-window.exe" "%1"'
  !insertmacro EachExtension OfferFor

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\appealdesk-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "un.The program"
  SectionIn RO
  Delete "$SMPROGRAMS\${NAME}.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\appealdesk.exe"
  Delete "$INSTDIR\appealdesk-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"  ; stays if somebody has put files of their own there
  !insertmacro EachExtension TakeBackFor
  DeleteRegKey HKCU "${CLASSES}\${ID}.Document"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Not ticked unless the person ticks it.
Section /o "un.My cases, letters and details too"
  Delete "$LOCALAPPDATA\appealdesk\library.appealdesk*"
  RMDir /r "$LOCALAPPDATA\appealdesk\outbox"
  RMDir "$LOCALAPPDATA\appealdesk"
SectionEnd
