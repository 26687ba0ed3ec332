import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { maskName } from '../../../../kit/names.ts';
import type { Words } from '../../../../kit/words/index.ts';
import type { Receipt } from './receipt.ts';

const font = (weight: string) =>
  fileURLToPath(import.meta.resolve(`pretendard/dist/public/static/Pretendard-${weight}.otf`));
const REGULAR = font('Regular');
const BOLD = font('Bold');

const INK = '#1c1917';
const SOFT = '#57534e';
const LINE = '#d6d3d1';
const RIBBON = '#b01f42';
const MARGIN = 64;
/** ISO 216 A5, in points. */
const WIDTH = 419.53;
const ROW = 26;

/** A receipt as a one-page PDF in the reader's language. Only the glyphs it uses are embedded from the font. */
export function receiptPdf(w: Words, receipt: Receipt, now: Date): Promise<Buffer> {
  const title = w.t('receipt.title');
  const pdf = new PDFDocument({
    size: 'A5',
    margin: MARGIN,
    lang: w.locale,
    displayTitle: true,
    info: { Title: `${title} ${receipt.order_id}`, CreationDate: now },
  });
  const bytes = collected(pdf);
  pdf.rect(0, 0, WIDTH, 10).fill(RIBBON);
  pdf.font(BOLD).fontSize(24).fillColor(INK).text(title, MARGIN, MARGIN);
  pdf.moveDown(1);
  for (const [name, value] of factsOf(w, receipt)) row(pdf, name, value);
  rule(pdf);
  const amount = { amount_minor: receipt.amount_minor, currency: receipt.currency };
  const shop_name = w.locale === 'ko' ? receipt.shop.name_ko : receipt.shop.name_en;
  row(pdf, w.t('receipt.item', { shop_name }), w.money(amount));
  if (receipt.refunded_at !== null) {
    row(pdf, w.t('receipt.refunded_at'), w.dateTime(receipt.refunded_at));
    row(pdf, w.t('receipt.refunded'), `−${w.money(amount)}`);
  }
  rule(pdf);
  const left = receipt.refunded_at === null ? receipt.amount_minor : 0n;
  total(pdf, w.t('receipt.remains'), w.money({ amount_minor: left, currency: receipt.currency }));
  pdf
    .font(REGULAR)
    .fontSize(8)
    .fillColor(SOFT)
    .text(w.t('receipt.issuer', { at: now }), MARGIN, pdf.y + 30);
  pdf.end();
  return bytes;
}

function factsOf(w: Words, receipt: Receipt): [name: string, value: string][] {
  const { order_id, captured_at, buyer_name, recipient_name, brand, last4 } = receipt;
  return [
    [w.t('receipt.number'), order_id],
    [w.t('receipt.paid_at'), `${w.date(captured_at)}, ${w.dateTime(captured_at)}`],
    [w.t('receipt.buyer'), buyer_name],
    [w.t('receipt.recipient'), maskName(recipient_name)],
    [w.t('receipt.method'), w.t('receipt.method_card', { brand: brand.toUpperCase(), last4 })],
  ];
}

function row(pdf: PDFKit.PDFDocument, name: string, value: string): void {
  const { y } = pdf;
  pdf.font(REGULAR).fontSize(9).fillColor(SOFT).text(name, MARGIN, y, { width: 110 });
  pdf.fillColor(INK).text(value, MARGIN + 110, y, { width: WIDTH - 2 * MARGIN - 110, align: 'right' });
  pdf.y = Math.max(pdf.y + 8, y + ROW);
}

function total(pdf: PDFKit.PDFDocument, name: string, value: string): void {
  const { y } = pdf;
  pdf.font(BOLD).fontSize(13).fillColor(INK).text(name, MARGIN, y, { width: 110 });
  pdf.text(value, MARGIN + 110, y, { width: WIDTH - 2 * MARGIN - 110, align: 'right' });
}

function rule(pdf: PDFKit.PDFDocument): void {
  const y = pdf.y + 2;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(0.7)
    .stroke(LINE);
  pdf.y = y + 14;
}

function collected(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((ready, failed) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => ready(Buffer.concat(chunks)));
    pdf.on('error', failed);
  });
}
