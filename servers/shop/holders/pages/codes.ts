import bwipjs from 'bwip-js';
import { type Html, html, trusted } from '../../../../kit/http/html.ts';

/** A certificate's number as a till scans it: the barcode for laser scanners, the QR code for cameras. */
export function scannable(number: string, labels: { barcode: string; qr: string }): Html {
  const barcode = bwipjs.toSVG({ bcid: 'code128', text: number, height: 18, scale: 2 });
  const qr = bwipjs.toSVG({ bcid: 'qrcode', text: number, scale: 5 });
  return html`<div class="code" role="img" aria-label="${labels.barcode}">${trusted(barcode)}</div>
<div class="code" role="img" aria-label="${labels.qr}">${trusted(qr)}</div>`;
}

/** In groups of four, for reading aloud. */
export function inGroups(number: string): string {
  return number.replace(/(.{4})(?=.)/g, '$1 ');
}
