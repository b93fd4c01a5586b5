"""The errors a user of the project can meet.

    VssError
    ├── UsageError          what was asked cannot be done as it was asked (exit code 2)
    │   └── SettingError    a setting has a value that cannot be used
    └── WorkError           the work itself failed (exit code 1)
        ├── ArticleError    a file cannot be read as an article
        ├── CorpusError     a folder holds no articles, or two files claim one `doc`
        ├── IndexMissing    there is no index where one was looked for
        ├── IndexLocked     another process is writing the index
        └── ModelError      the embedding model is missing or is not the published one

Each message is one line: what was expected, what came, what to do.  Commands print it on standard
error without a traceback and end with `exit_code`.
"""

from __future__ import annotations


class VssError(Exception):
    """Base of every error that a user is meant to read."""

    exit_code = 1


class UsageError(VssError):
    """The command or call cannot be carried out as it was worded."""

    exit_code = 2


class SettingError(UsageError):
    """A setting names something that cannot be used."""


class WorkError(VssError):
    """The command was right; its work failed."""


class ArticleError(WorkError):
    """A file cannot be read as an article."""


class CorpusError(WorkError):
    """A set of files cannot be indexed together."""


class IndexMissing(WorkError):
    """No index was found where one was looked for."""


class IndexLocked(WorkError):
    """Another process holds what this one needs alone."""


class ModelError(WorkError):
    """The embedding model cannot be used."""
