"""How films are made: planned, split into pieces, drawn by several processes, joined."""

from scenes.studio.configuration import project_settings_only

project_settings_only()
