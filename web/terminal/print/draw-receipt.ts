import { drawCode } from '../../kit/draw-code.ts';
import type { Receipt, ReceiptCode, ReceiptPart } from './receipt.ts';

const FONT = '"Pretendard Variable", sans-serif';
const TEXT = {
  title: { size_px: 38, weight: 800, align: 'center' },
  text: { size_px: 27, weight: 500, align: 'center' },
  small: { size_px: 22, weight: 500, align: 'center' },
  row: { size_px: 27, weight: 500, align: 'start' },
  total: { size_px: 34, weight: 800, align: 'start' },
} as const;
const LINE_HEIGHT = 1.4;
const MARGIN_PX = 8;
const HEIGHT_PX_MAX = 4_000;

/**
 * Draws a receipt as a bitmap, so that every printer prints Korean whatever its code pages. `width_px` is the printer's
 * dots per line.
 */
export async function drawReceipt(receipt: Receipt, width_px: number): Promise<HTMLCanvasElement> {
  // A canvas does not wait for a font, and the font is loaded in parts by character.
  const written = receipt.map((part) => Object.values(part).join('')).join('');
  await Promise.all([500, 800].map((weight) => document.fonts.load(`${weight} 27px ${FONT}`, written)));
  const canvas = document.createElement('canvas');
  canvas.width = width_px;
  canvas.height = HEIGHT_PX_MAX;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('This browser has no 2D canvas.');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000000';
  pen.textBaseline = 'top';
  let y_px = MARGIN_PX;
  for (const part of receipt) y_px = await drawPart(pen, part, y_px);
  return cropToHeight(canvas, y_px + MARGIN_PX);
}

async function drawPart(pen: CanvasRenderingContext2D, part: ReceiptPart, y_px: number): Promise<number> {
  const { width } = pen.canvas;
  if (part.kind === 'rule') {
    pen.fillRect(0, y_px + 12, width, 2);
    return y_px + 26;
  }
  if (part.kind === 'code128' || part.kind === 'qrcode') return drawScannable(pen, part, y_px);
  const { size_px, weight, align } = TEXT[part.kind];
  pen.font = `${weight} ${size_px}px ${FONT}`;
  const line_px = Math.ceil(size_px * LINE_HEIGHT);
  if ('label' in part) {
    pen.textAlign = 'left';
    pen.fillText(part.label, 0, y_px);
    const isWide = pen.measureText(`${part.label}  ${part.value}`).width > width;
    const value_y_px = isWide ? y_px + line_px : y_px;
    pen.textAlign = 'right';
    pen.fillText(part.value, width, value_y_px, width);
    return value_y_px + line_px;
  }
  pen.textAlign = align === 'center' ? 'center' : 'left';
  let next_px = y_px;
  for (const line of wrapText(pen, part.text, width)) {
    pen.fillText(line, width / 2, next_px);
    next_px += line_px;
  }
  return next_px;
}

async function drawScannable(
  pen: CanvasRenderingContext2D,
  { kind, text, shown }: ReceiptCode,
  y_px: number,
): Promise<number> {
  const { width } = pen.canvas;
  const code = document.createElement('canvas');
  // A whole number of dots per module: scanners misread scaled barcodes, whose bars are uneven.
  await drawCode(code, kind, text, kind === 'qrcode' ? 6 : 2);
  pen.drawImage(code, Math.floor((width - code.width) / 2), y_px + 8);
  const next_px = y_px + code.height + 12;
  return shown === undefined ? next_px : drawPart(pen, { kind: 'small', text: shown }, next_px);
}

/** Wraps at spaces so that each line fits. */
function wrapText(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || pen.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function cropToHeight(canvas: HTMLCanvasElement, height_px: number): HTMLCanvasElement {
  const sheet = document.createElement('canvas');
  sheet.width = canvas.width;
  // Printers take images in bands of eight rows.
  sheet.height = Math.min(HEIGHT_PX_MAX, Math.ceil(height_px / 8) * 8);
  sheet.getContext('2d')?.drawImage(canvas, 0, 0);
  return sheet;
}
