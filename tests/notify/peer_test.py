#!/usr/bin/env python3
"""Has python-icalendar read calendars that ccop's tests wrote, and compares each with what must be found there. The counterpart of
libical_test.cpp and web/journeys/calendars.test.ts. Of the mails with invitations (invited_test.cpp) Python's own parser finds the
calendar, as mail programs do.
usage: peer_test.py CCOP_TESTS"""
import datetime
import email
import email.policy
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



def read_mail(raw):
    """What its calendar does to whose; the reason where a mail program would not see that."""
    mail = email.message_from_bytes(raw, policy=email.policy.strict)
    parts = list(mail.iter_parts())
    types = [part.get_content_type() for part in parts]
    if mail.get_content_type() != "multipart/alternative" or types != ["text/plain", "text/html", "text/calendar"]:
        return f"{mail.get_content_type()} of {types}"
    if any(part.get_content_disposition() for part in parts):
        return "an attachment"
    kind = parts[2]["Content-Type"].params
    calendar = icalendar.Calendar.from_ical(parts[2].get_content())
    event, = calendar.walk("VEVENT")
    if kind["charset"] != "utf-8" or kind["method"] != str(calendar["METHOD"]):
        return f"parameters {dict(kind)}"
    if str(event["ATTENDEE"]) != f"mailto:{mail['To']}" or str(event["ORGANIZER"]) != f"mailto:{mail['From'].addresses[0].addr_spec}":
        return f"from {event['ORGANIZER']} to {event['ATTENDEE']}"
    if (kind["method"] == "CANCEL") != (event["STATUS"] == "CANCELLED"):
        return f"{kind['method']} of what is {event['STATUS']}"
    time_of(event["DTSTART"]), time_of(event["DTEND"])
    return kind["method"]


with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], "--gtest_filter=MeetingsByMail.*"], env={**os.environ, "CCOP_MAILS": folder}, capture_output=True,
                   check=False)
    found = {}
    for file in sorted(pathlib.Path(folder).glob("*.eml")):
        try:
            method = read_mail(file.read_bytes())
        except Exception as error:  # whatever it dislikes is a failure of ours
            method = repr(error)
        report(file.name, method in ("REQUEST", "CANCEL"), method)
        found[method] = found.get(method, 0) + 1
    report("ccop invites by mail, and takes back", found.get("REQUEST", 0) >= 30 and found.get("CANCEL", 0) >= 5, found)

print(f"{counts[True]} passed, {counts[False]} failed")
sys.exit(1 if counts[False] else 0)
