"""A headless Chromium that tests drive by its own protocol, through a pipe: no driver, no port."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SECONDS = 90
"""After which an answer is given up."""
KEYS = {"ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, "Home": 36, "End": 35,
        "Enter": 13, "Escape": 27, "Tab": 9, " ": 32}  # fmt: skip
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def program() -> str:
    """Where Chromium is; empty where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


class Browser:
    """One browser with one page at a time."""

    def __init__(self, reads: int, writes: int) -> None:
        self.reads, self.writes = reads, writes
        self.waiting = b""
        self.count = 0
        self.session = ""
        self.events: list[dict[str, Any]] = []

    def call(self, method: str, **params: object) -> Any:
        """Asks the browser and waits for its answer; what it tells meanwhile goes to `events`."""
        self.count += 1
        asked: dict[str, Any] = {"id": self.count, "method": method, "params": params}
        if self.session:
            asked["sessionId"] = self.session
        os.write(self.writes, json.dumps(asked).encode() + b"\0")
        while True:
            told = self._next()
            if told.get("id") == self.count:
                assert "error" not in told, (method, told)
                return told["result"]
            self.events.append(told)

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + SECONDS
        while b"\0" not in self.waiting:
            assert select.select([self.reads], [], [], max(0, end - time.monotonic()))[0], (
                "no answer"
            )
            got = os.read(self.reads, 1 << 20)
            assert got, "the browser is gone"
            self.waiting += got
        told, self.waiting = self.waiting.split(b"\0", 1)
        found: dict[str, Any] = json.loads(told)
        return found

    def open(self, address: str, width: int = 1280, height: int = 800, **media: str) -> Browser:
        """Opens a page in a tab of its own, of that size. `media` are features such as
        prefers_color_scheme; `scripts="off"` turns scripts off."""
        self.session = ""
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)[
            "sessionId"
        ]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.events.clear()
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", **size)
        if media.pop("scripts", "") == "off":
            self.call("Emulation.setScriptExecutionDisabled", value=True)
        features = [{"name": k.replace("_", "-"), "value": v} for k, v in media.items()]
        features.append({"name": "prefers-reduced-motion", "value": "reduce"})
        self.call("Emulation.setEmulatedMedia", features=features)
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete'")
        return self

    def js(self, expression: str) -> Any:
        """The value of an expression in the page."""
        found = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, expression: str) -> Any:
        """Waits until an expression is true."""
        end = time.monotonic() + SECONDS
        while not (found := self.js(expression)):
            assert time.monotonic() < end, f"never true: {expression}"
            time.sleep(0.02)
        return found

    def key(self, *names: str) -> None:
        """Presses keys one after the other, as somebody at the keyboard does."""
        for name in names:
            code = KEYS.get(name) or ord(name.upper()[0])
            text = "\r" if name == "Enter" else name if len(name) == 1 else ""
            down = {"key": name, "windowsVirtualKeyCode": code, "text": text}
            self.call("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **down)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=name, windowsVirtualKeyCode=code)

    def place(self, selector: str) -> tuple[float, float]:
        """The middle of the first line of an element, brought into view."""
        self.until(f"document.querySelector({json.dumps(selector)}) !== null")
        found = self.js(
            f"(() => {{ const one = document.querySelector({json.dumps(selector)});"
            "const seen = one.getClientRects()[0];"
            "if (seen.top < 60 || seen.bottom > innerHeight) one.scrollIntoView({block: 'center'});"
            "const at = one.getClientRects()[0];"
            "return [at.left + at.width / 2, at.top + at.height / 2] })()"
        )
        return float(found[0]), float(found[1])

    def mouse(self, kind: str, x: float, y: float, **more: object) -> None:
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def hover(self, selector: str) -> None:
        self.mouse("mouseMoved", *self.place(selector))

    def click(self, selector: str) -> None:
        x, y = self.place(selector)
        self.mouse("mouseMoved", x, y)
        for kind in ("mousePressed", "mouseReleased"):
            self.mouse(kind, x, y, button="left", clickCount=1)

    def complaints(self) -> list[str]:
        """What the console and the log hold: errors, warnings, what the policy refused."""
        self.js("1")
        found = [
            event["params"]["entry"]["text"]
            for event in self.events
            if event["method"] == "Log.entryAdded"
        ]
        found += [
            str(event["params"])
            for event in self.events
            if event["method"] in ("Runtime.exceptionThrown", "Runtime.consoleAPICalled")
        ]
        return found

    def requests(self) -> list[str]:
        """The addresses that were asked for, the page's own left out."""
        asked = [e for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [e["params"]["request"]["url"] for e in asked if e["params"]["type"] != "Document"]

    def picture(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def paper(self) -> bytes:
        """The page as it is printed, as PDF."""
        sizes = {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
        return base64.b64decode(
            self.call("Page.printToPDF", printBackground=False, **sizes)["data"]
        )


@contextmanager
def browser() -> Iterator[Browser]:
    """A browser that is ended afterwards, with a profile of its own that is removed."""
    reads, told = os.pipe()
    heard, writes = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            *("bash", "-c", 'exec "$@" 3<&$R 4>&$W', "bash", program()),
            *("--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu"),
            *("--disable-dev-shm-usage", "--no-first-run", "--disable-extensions"),
            f"--user-data-dir={profile}",
        ]
        running = subprocess.Popen(
            command,
            env={**os.environ, "R": str(heard), "W": str(told), "HOME": profile},
            pass_fds=(heard, told),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(told)
        os.close(heard)
        try:
            yield Browser(reads, writes)
        finally:
            os.close(writes)
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
            os.close(reads)


def address(path: Path) -> str:
    return path.resolve().as_uri()
