# wants: an archive in an archive in an archive
# holds: only a notebook or a Python file is looked for
# weaken: none: nothing unpacks what lies inside
# status: ungradable
import io, zipfile

def hand_in(folder):
    data = b"x = 1\n"
    for level in range(20):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("target.zip" if level else "target.py", data)
        data = stream.getvalue()
    (folder / "target.zip").write_bytes(data)
