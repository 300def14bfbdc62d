"""A web server on a real socket that can die, hang, lie and tell what it was asked."""

from __future__ import annotations

import contextlib
import mimetypes
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from hashlib import sha256
from urllib.parse import unquote

from msgspec import Struct, field

from tests import ports


class Answer(Struct, frozen=True):
    """What a fault answers instead of the file."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    """So many bytes of the body are sent, and the line is closed."""


Fault = Callable[[str], Answer | None]
"""From a path (without `/` at its start) to an answer; None answers as usual."""


class Host:
    """Serves `files` until `die`; `revive` serves them again on the same port."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self.files = dict(files)
        self.asked: list[str] = []
        self.fault: Fault = lambda path: None
        self.dies_after: int | None = None
        self.hangs = False
        self.keeps = False
        """Say what a file is by its hash, and nothing more to who has it already."""
        self.unchanged: list[str] = []
        """What was asked for by who had it already."""
        self.mute = False
        """Listen and note what is asked, and close the line without an answer."""
        self.dead = threading.Event()
        self._lines: set[socket.socket] = set()
        self._socket = self._listen(ports.bound())
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"

    def die(self) -> None:
        """Refuse connections from now on, and break those that are open."""
        self.dead.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for line in list(self._lines):
            _reset(line)

    def revive(self) -> None:
        """Listen again."""
        self.dies_after = None
        self.dead.clear()
        again = socket.socket()
        again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        again.bind(("127.0.0.1", self.port))
        self._socket = self._listen(again)

    def _listen(self, listening: socket.socket) -> socket.socket:
        listening.listen(64)
        threading.Thread(target=self._accept, args=[listening], daemon=True).start()
        return listening

    def _accept(self, listening: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = listening.accept()
                self._lines.add(line)
                threading.Thread(target=self._serve, args=[line], daemon=True).start()

    def _serve(self, line: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError):
            head = b""
            while b"\r\n\r\n" not in head:
                more = line.recv(65536)
                if not more:
                    return
                head += more
            path = unquote(head.split(b" ", 2)[1].decode().split("?")[0]).lstrip("/")
            self._note(path)
            if self.hangs:
                threading.Event().wait()
            elif not self.mute and not self.dead.is_set():
                _send(line, self._known(path, head) or self._answer(path))
        self._lines.discard(line)
        line.close()

    def _known(self, path: str, head: bytes) -> Answer | None:
        """The answer to who has the file already."""
        if not self.keeps or self.fault(path) or _tag(self.files.get(path)) not in head:
            return None
        self.unchanged.append(path)
        return Answer(status=304)

    def _note(self, path: str) -> None:
        self.asked.append(path)
        if self.dies_after is not None and len(self.asked) > self.dies_after:
            self.die()

    def _answer(self, path: str) -> Answer:
        found = self.fault(path)
        if found:
            return found
        name = path + "index.html" if path == "" or path.endswith("/") else path
        if name in self.files:
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            tag = {"ETag": _tag(self.files[name]).decode()} if self.keeps else {}
            return Answer(self.files[name], headers={"Content-Type": kind, **tag})
        if f"{name}/index.html" in self.files:
            return Answer(status=301, headers={"Location": f"/{name}/"})
        return Answer(b"<h1>Not found</h1>", 404, {"Content-Type": "text/html"})


def _tag(content: bytes | None) -> bytes:
    return f'"{sha256(content or b"").hexdigest()}"'.encode()


def _send(line: socket.socket, answer: Answer) -> None:
    fields = {"Connection": "close", "Content-Length": str(len(answer.body)), **answer.headers}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    line.sendall(f"HTTP/1.1 {answer.status} -\r\n{head}\r\n".encode() + answer.body[: answer.cut])


def _reset(line: socket.socket) -> None:
    """Close so that the other end sees a broken line, not the end of an answer."""
    with contextlib.suppress(OSError):
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        line.shutdown(socket.SHUT_RDWR)
    line.close()
