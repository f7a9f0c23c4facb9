#!/usr/bin/env python3
"""Has python-icalendar read calendars that ccop's tests wrote, and compares each with what must be found there. The counterpart of
libical_test.cpp and web/journeys/calendars.test.ts.
usage: peer_test.py CCOP_TESTS"""
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import icalendar

counts = {True: 0, False: 0}


def report(name, fine, detail=""):
    counts[fine] += 1
    if not fine:
        print(f"FAILED  {name} {detail}")


def time_of(value):
    if not isinstance(value.dt, datetime.datetime):
        return value.dt.isoformat()
    assert value.dt.utcoffset() == datetime.timedelta(0), "a time of no zone"
    return value.dt.strftime("%Y-%m-%dT%H:%M:%SZ")


def read_event(event):
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt
    return {"uid": str(event["UID"]), "sequence": event["SEQUENCE"], "changed": time_of(event["LAST-MODIFIED"]),
            "starts": time_of(event["DTSTART"]), "ends": time_of(event["DTEND"]), "summary": str(event["SUMMARY"]),
            "place": str(event["LOCATION"]), "cancelled": event["STATUS"] == "CANCELLED"}


def read(text):
    calendar = icalendar.Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    found = {"events": [read_event(event) for event in events]}
    if "NAME" in calendar:
        found["name"] = str(calendar["NAME"])
    if "METHOD" in calendar:
        organizer, attendee = events[0]["ORGANIZER"], events[0]["ATTENDEE"]
        found["method"] = str(calendar["METHOD"])
        found["organizer"] = {"name": organizer.params["CN"], "address": str(organizer)}
        found["attendee"] = {"name": attendee.params["CN"], "address": str(attendee), "part": attendee.params["PARTSTAT"],
                             "rsvp": attendee.params["RSVP"]}
    return found


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], "--gtest_filter=OurCalendars.*"], env={**os.environ, "CCOP_CALENDARS": folder}, capture_output=True,
                   check=False)
    written = sorted(pathlib.Path(folder).glob("*.ics"))
    report("ccop writes its calendars", len(written) >= 200, f"{len(written)} of them")
    for file in written:
        expected = json.loads(file.with_suffix(".json").read_text())
        try:
            found = read(file.read_bytes())
        except Exception as error:  # whatever it dislikes is a failure of ours
            found = repr(error)
        report(file.name, found == expected, f"{found} instead of {expected}")

print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
