"""Two hundred odd requests: what stands where a request line, a host, a length or a line's end should stand. Each is followed by
a second, plain request, which a server that read the first one otherwise would take for a part of it, or for two."""

PLAIN = b"GET /healthz HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n"


def get(*fields, line=b"GET /healthz HTTP/1.1", host=b"Host: h"):
    lines = [line] + ([host] if host is not None else []) + list(fields)
    return b"\r\n".join(lines) + b"\r\n\r\n"


def post(*fields, body=b""):
    return get(*fields, line=b"POST /healthz HTTP/1.1") + body


def request_lines():
    for line in (b"GET  /healthz HTTP/1.1", b"GET\t/healthz HTTP/1.1", b"GET /healthz  HTTP/1.1", b" GET /healthz HTTP/1.1", b"GET /healthz HTTP/1.1 ",
                 b"GET /healthz", b"GET", b"GET /healthz HTTP/1.2", b"GET /healthz HTTP/2.0", b"GET /healthz HTTP/0.9", b"GET /healthz HTTP/11.1",
                 b"GET /healthz http/1.1", b"GET /healthz HTTP/1", b"GET /healthz HTTP/1.1x", b"G\x00T /healthz HTTP/1.1", b"GET /health\x00z HTTP/1.1",
                 b"GET /health\x7fz HTTP/1.1", b"GET /health z HTTP/1.1", b"GET healthz HTTP/1.1", b"GET * HTTP/1.1", b"OPTIONS * HTTP/1.1",
                 b"GET http://h/healthz HTTP/1.1", b"GET https://h/healthz HTTP/1.1", b"GET ftp://h/healthz HTTP/1.1", b"GET //healthz HTTP/1.1",
                 b"GET /healthz?a=\xff HTTP/1.1", b"GET /healthz#x HTTP/1.1", b"CONNECT h:80 HTTP/1.1", b"TRACE /healthz HTTP/1.1", b"TRACK /healthz HTTP/1.1",
                 b"get /healthz HTTP/1.1", b"G@T /healthz HTTP/1.1", b"PRI * HTTP/2.0", b"", b"\x16\x03\x01\x02\x00", b"HTTP/1.1 200 OK", b"PATCH /healthz HTTP/1.1"):
        yield get(line=line)
    yield b"GET /healthz HTTP/1.1\nHost: h\n\n"
    yield b"GET /healthz HTTP/1.1\r\nHost: h\n\r\n"
    yield b"GET /healthz HTTP/1.1\rHost: h\r\r"
    yield b"\r\n" + get()
    yield b"\r\n\r\n" + get()
    yield b"\n" + get()
    yield b"\0" + get()


def hosts():
    for host in (None, b"Host:", b"Host: ", b"Host: a b", b"Host: a,b", b"Host: a/b", b"Host: a@b", b"Host: [::1]", b"Host: [::1]:80", b"Host: h:80", b"Host: h:",
                 b"Host: h:x", b"Host: h\x00", b"Host: h\x7f", b"Host:h", b"Host:\th", b"Host : h", b"Host\t: h", b" Host: h", b"host: h", b"HOST: h", b"Host: \xff",
                 b"Host: h\r\nHost: h", b"Host: a\r\nHost: b", b"Host: h\r\nhost: b", b"Host h", b"Host: h?", b"Host: h#x", b"Host: \"h\"", b"Host: h\\"):
        yield get(host=host)
    yield get(line=b"GET /healthz HTTP/1.0", host=None)
    yield get(line=b"GET /healthz HTTP/1.0", host=b"Host: a\r\nHost: b")


def fields():
    for field in (b"Cookie: a\r\n b", b"Cookie: a\r\n\tb", b"Cookie:\r\n b", b"X: a\r\n\r\n b", b"X : a", b"X\t: a", b": a", b"X", b"X\x00: a", b"X: \x00", b"X: \x01",
                  b"X: \x7f", b"X: a\rb", b"X: a\nY: b", b"X(: a", b"X\": a", b"X/: a", b"\xc3\xa9: a", b"X: \xc3\xa9", b"X: " + b"a" * 3000, b"X" * 3000 + b": a",
                  b"Content-Type: ", b"Connection: keep-alive, close", b"Connection: upgrade\r\nUpgrade: h2c", b"Expect: 100-continue", b"Expect: 200-ok",
                  b"Content-Encoding: gzip", b"Range: bytes=0-", b"X: \t a \t", b"Connection: \x00", b"_X: a", b"X_Y: a"):
        yield get(field)
    yield get(*[b"X%d: a" % i for i in range(120)])


def lengths():
    for length in (b"0", b"4", b"+4", b"-4", b"4 ", b" 4", b"4,4", b"4, 4", b"4;4", b"0x4", b"4.0", b"4e0", b"", b" ", b"four", b"\x004", b"4\x00", b"04", b"00000000000000004",
                   b"18446744073709551616", b"9223372036854775808", b"99999999999999999999999999", b"4\t", b"4\r\nContent-Length: 4", b"4\r\nContent-Length: 5",
                   b"0\r\nContent-Length: 4", b"4\r\ncontent-length: 4"):
        yield post(b"Content-Length: " + length, body=b"body")
    yield post(b"Content-Length : 4", body=b"body")
    yield post(b"Content_Length: 4", body=b"body")
    yield post(b"Content-Length\t: 4", body=b"body")
    yield post()


def codings():
    whole = b"4\r\nbody\r\n0\r\n\r\n"
    for coding in (b"chunked", b"Chunked", b"CHUNKED", b" chunked ", b"chunked,", b",chunked", b"chunked, chunked", b"identity", b"chunked, identity", b"identity, chunked",
                   b"gzip, chunked", b"gzip", b"xchunked", b"chunkedx", b"\x0bchunked", b"chunked\x0b", b"\"chunked\"", b"chunked;q=1", b"", b"chunked\r\nTransfer-Encoding: chunked",
                   b"chunked\r\nTransfer-Encoding: identity", b"chunked\r\nContent-Length: 4", b"chunked\r\nContent-Length: 0", b"identity\r\nContent-Length: 4", b"\r\n chunked",
                   b"chun\x00ked"):
        yield post(b"Transfer-Encoding: " + coding, body=whole)
    yield post(b"Content-Length: 4\r\nTransfer-Encoding: chunked", body=whole)
    yield post(b"Transfer-Encoding : chunked", body=whole)
    yield post(b"Transfer_Encoding: chunked", body=whole)
    yield post(b"Transfer-Encoding\t: chunked", body=whole)
    yield get(b"Transfer-Encoding: chunked", line=b"POST /healthz HTTP/1.0") + whole


def chunks():
    for body in (b"0\r\n\r\n", b"00\r\n\r\n", b"4;a=b\r\nbody\r\n0\r\n\r\n", b"4 ;a\r\nbody\r\n0\r\n\r\n", b"4;a=\"b\"\r\nbody\r\n0\r\n\r\n", b"4;" + b"x" * 5000 + b"\r\nbody\r\n0\r\n\r\n",
                 b"4\nbody\n0\n\n", b"4\r\nbody0\r\n\r\n", b"4\r\nbody\n0\r\n\r\n", b"0x4\r\nbody\r\n0\r\n\r\n", b"+4\r\nbody\r\n0\r\n\r\n", b"-4\r\nbody\r\n0\r\n\r\n",
                 b" 4\r\nbody\r\n0\r\n\r\n", b"4 \r\nbody\r\n0\r\n\r\n", b"\r\n4\r\nbody\r\n0\r\n\r\n", b"g\r\nbody\r\n0\r\n\r\n", b"ffffffffffffffffff\r\nbody\r\n0\r\n\r\n",
                 b"10000000000000004\r\nbody\r\n0\r\n\r\n", b"4\r\nbody\r\n0\r\nX: a\r\n\r\n", b"4\r\nbody\r\n0\r\nContent-Length: 9\r\n\r\n", b"4\r\nbody\r\n0\r\nHost: x\r\n\r\n",
                 b"4\r\nbody\r\n0\r\n X: a\r\n\r\n", b"4\r\nbody\r\n\r\n0\r\n\r\n", b"4\r\nbody\r\n0\r\n\n", b"3\r\nbody\r\n0\r\n\r\n", b"5\r\nbody\r\n0\r\n\r\n", b"\r\n\r\n",
                 b"4;\x00\r\nbody\r\n0\r\n\r\n", b"4;a\rb\r\nbody\r\n0\r\n\r\n", b"4;a\nb\r\nbody\r\n0\r\n\r\n", b"04\r\nbody\r\n0\r\n\r\n", b"000000000000000000004\r\nbody\r\n0\r\n\r\n"):
        yield post(b"Transfer-Encoding: chunked", body=body)


def all_requests():
    return [request for kind in (request_lines, hosts, fields, lengths, codings, chunks) for request in kind()]
