"""The reports that ship with the project: data, one file each (see README.md beside this file)."""
