import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const deflated = 8;

/** One file of a zip or jar archive; null when it holds none of that name. Enough for archives below 4 GB. */
export function readZipEntry(archive: Buffer, name: string): Buffer | null {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error('Not a zip archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new Error('Damaged zip archive');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset));
    const nameEnd = at + 46 + (nameLength ?? 0);
    if (archive.toString('utf8', at + 46, nameEnd) === name) {
      const compressedSize = archive.readUInt32LE(at + 20);
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(start, start + compressedSize);
      return archive.readUInt16LE(at + 10) === deflated ? inflateRawSync(bytes) : bytes;
    }
    at = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return null;
}
