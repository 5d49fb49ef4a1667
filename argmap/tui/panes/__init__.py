"""What each pane shows, as lines of styled text: functions of the Desk and a size."""
