import './sheet.css';
import { Problem } from '../../kit/problem.ts';
import type { TerminalWords } from '../words.ts';
import { drawReceipt } from './draw-receipt.ts';
import type { Receipt } from './receipt.ts';
import { connectedPrinter, printBytes } from './usb.ts';

export const PAPERS = { '80': 576, '58': 384 } as const;
export type Paper = keyof typeof PAPERS;
const PAPER_KEY = 'seonmul.terminal.paper';

/** Paper of 80 mm or 58 mm, as the device was set. */
export function paperWidth(): Paper {
  return localStorage.getItem(PAPER_KEY) === '58' ? '58' : '80';
}

export function choosePaper(paper: Paper): void {
  localStorage.setItem(PAPER_KEY, paper);
}

/** Prints on the connected receipt printer, or where there is none by the browser. Throws when the printer is silent. */
export async function printReceipt(receipt: Receipt, { t }: TerminalWords): Promise<void> {
  const paper = paperWidth();
  const sheet = await drawReceipt(receipt, PAPERS[paper]);
  const printer = await connectedPrinter();
  if (printer === undefined) return printByBrowser(sheet, paper);
  try {
    await printBytes(printer, await escPos(sheet));
  } catch {
    throw new Problem({
      code: 'printer_failed',
      title: t('till.printer_failed'),
      detail: t('till.printer_failed_detail'),
    });
  }
}

/** The sheet as one image: fonts and code pages of the printer play no part. */
async function escPos(sheet: HTMLCanvasElement): Promise<Uint8Array> {
  const { default: ReceiptPrinterEncoder } = await import('@point-of-sale/receipt-printer-encoder');
  const encoder = new ReceiptPrinterEncoder({ language: 'esc-pos', imageMode: 'raster' });
  return encoder
    .initialize()
    .image(sheet, { width: sheet.width, height: sheet.height, algorithm: 'threshold', threshold: 160 })
    .newline(3)
    .cut('partial')
    .encode();
}

/** The style sheet shows nothing but this sheet when the browser prints. It is gone again at once: it holds a number. */
function printByBrowser(sheet: HTMLCanvasElement, paper: Paper): void {
  sheet.className = `sheet paper-${paper}`;
  sheet.setAttribute('aria-hidden', 'true');
  document.body.append(sheet);
  print();
  sheet.remove();
}
