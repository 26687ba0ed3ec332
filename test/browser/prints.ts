import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** A printout: a grey value for every dot, 0 is black. */
export type Print = { width: number; height: number; grey: number[] };

/** Captures what the page prints: a headless browser has no print dialogue. */
export async function capturePrints(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.prints = [];
    globalThis.print = () => {
      const sheet = document.querySelector('.sheet');
      const { data } = sheet.getContext('2d').getImageData(0, 0, sheet.width, sheet.height);
      const grey = Array.from({ length: sheet.width * sheet.height }, (_, dot) => data[dot * 4]);
      globalThis.prints.push({ width: sheet.width, height: sheet.height, grey });
    };`);
}

export function printsOf(page: Page): Promise<Print[]> {
  return page.evaluate('globalThis.prints');
}

/** A receipt printer on WebUSB that records every byte. */
export async function plugInPrinter(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.printed = [];
    const endpoints = [{ direction: 'out', type: 'bulk', endpointNumber: 2 }];
    const interfaces = [{ interfaceNumber: 0, alternate: { interfaceClass: 7, endpoints } }];
    const device = {
      productName: '시험 프린터',
      configurations: [{ interfaces }],
      configuration: null,
      open: async () => {},
      close: async () => {},
      selectConfiguration: async () => {},
      claimInterface: async () => {},
      transferOut: async (_endpoint, bytes) => {
        globalThis.printed.push(...bytes);
        return { status: 'ok' };
      },
    };
    Object.defineProperty(navigator, 'usb', { value: { getDevices: async () => [device] } });`);
}

/** The codes shown on the page, drawn as a scanner sees them. */
export function drawnCodes(page: Page): Promise<Print[]> {
  return page.evaluate<
    Print[]
  >(`Promise.all(Array.from(document.querySelectorAll('.code svg'), async (svg) => {
    const image = new Image();
    image.src = 'data:image/svg+xml,' + encodeURIComponent(new XMLSerializer().serializeToString(svg));
    await image.decode();
    const { width, height } = svg.viewBox.baseVal;
    const [margin, scale] = [20, 2];
    const sheet = new OffscreenCanvas(scale * width + 2 * margin, scale * height + 2 * margin);
    const pen = sheet.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.drawImage(image, margin, margin, scale * width, scale * height);
    const { data } = pen.getImageData(0, 0, sheet.width, sheet.height);
    const grey = Array.from({ length: sheet.width * sheet.height }, (_, dot) => data[dot * 4]);
    return { width: sheet.width, height: sheet.height, grey };
  }))`);
}

const [GS, V, ZERO] = [0x1d, 0x76, 0x30];

/** The picture in an ESC/POS stream: one or more bands of GS v 0 m xL xH yL yH, eight dots a byte. */
export function rasterOf(bytes: readonly number[]): Print {
  const grey: number[] = [];
  let width = 0;
  let height = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] !== GS || bytes[at + 1] !== V || bytes[at + 2] !== ZERO) continue;
    const [xL = 0, xH = 0, yL = 0, yH = 0] = bytes.slice(at + 4, at + 8);
    const [rowBytes, rows] = [xL + 256 * xH, yL + 256 * yH];
    const picture = bytes.slice(at + 8, at + 8 + rowBytes * rows);
    for (const byte of picture) for (let bit = 7; bit >= 0; bit--) grey.push((byte >> bit) & 1 ? 0 : 255);
    width = rowBytes * 8;
    height += rows;
    at += 7 + rowBytes * rows;
  }
  return { width, height, grey };
}

/** What a scanner reads on it: barcodes first, then QR codes. */
export async function codesIn(print: Print | undefined): Promise<string[]> {
  if (print === undefined) return [];
  const wasm = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer as ArrayBuffer } });
  const { width, height, grey } = print;
  const data = Uint8ClampedArray.from(grey.flatMap((value) => [value, value, value, 255]));
  const picture = { data, width, height, colorSpace: 'srgb' } as const;
  const read = async (format: 'Code128' | 'QRCode') =>
    (await readBarcodes(picture, { formats: [format], tryHarder: true })).map(({ text }) => text);
  return [...(await read('Code128')), ...(await read('QRCode'))];
}
