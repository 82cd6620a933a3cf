// A browser's PNG with fewer colours: a screenshot has few that matter, and takes a third of the bytes with a palette.
import { crc32, deflateSync, inflateSync } from "node:zlib";

/**
 * @param {Buffer} png 8 bits a channel, RGB or RGBA, not interlaced, as Chromium writes it
 * @param {number} most colours, up to 256; the rarer ones become the nearest of those
 */
export function withPalette(png, most = 20) {
  const { width, height, pixels } = decode(png);
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([colour]) => colour);
  const index = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, i) => {
    rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = index.get(colour) ?? 0;
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    png.subarray(0, 8),
    chunk("IHDR", head),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** @param {number[]} palette @param {number} colour */
function nearest(palette, colour) {
  const distance = (/** @type {number} */ other) =>
    [16, 8, 0].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((other >> bits) & 255)) ** 2, 0);
  return palette.reduce((best, other, i) => (distance(other) < distance(palette[best] ?? 0) ? i : best), 0);
}

/** @param {Buffer} png */
function decode(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = png[25] === 6 ? 4 : 3;
  const data = inflateSync(Buffer.concat(dataOf(png)));
  const stride = width * channels;
  const lines = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) unfilter(data, lines, y, stride, channels);
  const pixels = Array.from({ length: width * height }, (_, i) => lines.readUIntBE(i * channels, 3));
  return { width, height, pixels };
}

/** @param {Buffer} png */
function dataOf(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return parts;
}

/** One line of the PNG specification's filters (section 9). */
function unfilter(data, lines, y, stride, channels) {
  const filter = data[y * (stride + 1)];
  for (let x = 0; x < stride; x++) {
    const at = y * stride + x;
    const a = x >= channels ? lines[at - channels] : 0;
    const b = y > 0 ? lines[at - stride] : 0;
    const c = x >= channels && y > 0 ? lines[at - stride - channels] : 0;
    const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
    lines[at] = data[y * (stride + 1) + 1 + x] + guess;
  }
}

function paeth(a, b, c) {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** @param {string} name @param {Buffer} data */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
