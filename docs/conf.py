"""How the documentation is built: `make docs`; warnings are errors."""

from importlib.metadata import version as version_of

project = "ceasetimeline"
author = "The ceasetimeline developers"
project_copyright = "The ceasetimeline developers"
version = release = version_of("ceasetimeline")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "tables", "**/README.md"]
html_theme = "furo"
html_title = "ceasetimeline"

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_execution_in_temp = True
nb_merge_streams = True

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
default_role = "code"
