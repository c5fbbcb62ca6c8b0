"""Where the packaged program begins."""

import os
import sys

# The starter had Python's library found through this; other programs that we start, such as the
# mail client, must find their own libraries as ever.
if sys.platform == "linux":
    own = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if own is not None:
        os.environ["LD_LIBRARY_PATH"] = own

from appealdesk.__main__ import main

sys.exit(main())
