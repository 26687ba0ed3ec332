import PDFDocument from 'pdfkit';
import { businessFacts } from '../../../../kit/business/footer.ts';
import { maskName } from '../../../../kit/names.ts';
import { bytesOf, FONTS, INKS } from '../../../../kit/pdf.ts';
import type { Words } from '../../../../kit/words/index.ts';
import { percentOf, type Receipt, remainsOf, vatWithin } from './receipt.ts';

const MARGIN = 48;
/** ISO 216 A5, in points. */
const WIDTH = 419.53;
const ROW = 22;

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
  const bytes = bytesOf(pdf);
  pdf.rect(0, 0, WIDTH, 10).fill(INKS.ribbon);
  pdf.font(FONTS.bold).fontSize(24).fillColor(INKS.text).text(title, MARGIN, MARGIN);
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
  const left = remainsOf(receipt);
  total(pdf, w.t('receipt.remains'), w.money({ amount_minor: left, currency: receipt.currency }));
  vat(pdf, w, receipt, left);
  sellerOf(pdf, w, receipt);
  pdf
    .font(FONTS.regular)
    .fontSize(8)
    .fillColor(INKS.soft)
    .text(w.t('receipt.issuer', { at: now }), MARGIN, pdf.y + 12);
  pdf.end();
  return bytes;
}

function factsOf(w: Words, receipt: Receipt): [name: string, value: string][] {
  const { order_id, captured_at, buyer_name, recipient_name, brand, last4, approval_number } = receipt;
  const isCard = brand !== null && last4 !== null;
  const facts: [name: string, value: string][] = [
    [w.t('receipt.number'), order_id],
    [w.t('receipt.paid_at'), `${w.date(captured_at)}, ${w.dateTime(captured_at)}`],
    [w.t('receipt.buyer'), buyer_name],
    [w.t('receipt.recipient'), maskName(recipient_name)],
    [
      w.t('receipt.method'),
      isCard ? w.t('receipt.method_card', { brand: brand.toUpperCase(), last4 }) : w.t('receipt.method_cash'),
    ],
  ];
  const number = w.t(isCard ? 'receipt.approval_number' : 'receipt.till_number');
  return approval_number === null ? facts : [...facts, [number, approval_number]];
}

/** How much of the price is VAT, or why none is. */
function vat(pdf: PDFKit.PDFDocument, w: Words, { seller, currency }: Receipt, left: bigint): void {
  if (seller === undefined) return;
  pdf.moveDown(0.5);
  if (seller.vat_bp === 0) {
    pdf.font(FONTS.regular).fontSize(8).fillColor(INKS.soft).text(w.t('receipt.vat_none'), MARGIN, pdf.y);
    return;
  }
  const part = vatWithin(left, seller.vat_bp);
  row(pdf, w.t('receipt.supply'), w.money({ amount_minor: left - part, currency }));
  row(
    pdf,
    w.t('receipt.vat', { percent: percentOf(seller.vat_bp) }),
    w.money({ amount_minor: part, currency }),
  );
}

/** Who sold, as the law has them named. */
function sellerOf(pdf: PDFKit.PDFDocument, w: Words, { seller }: Receipt): void {
  if (seller === undefined) return;
  pdf.moveDown(0.8);
  rule(pdf);
  pdf.font(FONTS.bold).fontSize(9).fillColor(INKS.text).text(w.t('receipt.seller'), MARGIN, pdf.y);
  pdf.moveDown(0.3).font(FONTS.regular).fontSize(8).fillColor(INKS.soft);
  for (const [name, value] of businessFacts(w, seller)) pdf.text(`${name}  ${value}`, MARGIN, pdf.y);
}

function row(pdf: PDFKit.PDFDocument, name: string, value: string): void {
  const { y } = pdf;
  pdf.font(FONTS.regular).fontSize(9).fillColor(INKS.soft).text(name, MARGIN, y, { width: 110 });
  pdf.fillColor(INKS.text).text(value, MARGIN + 110, y, { width: WIDTH - 2 * MARGIN - 110, align: 'right' });
  pdf.y = Math.max(pdf.y + 8, y + ROW);
}

function total(pdf: PDFKit.PDFDocument, name: string, value: string): void {
  const { y } = pdf;
  pdf.font(FONTS.bold).fontSize(13).fillColor(INKS.text).text(name, MARGIN, y, { width: 110 });
  pdf.text(value, MARGIN + 110, y, { width: WIDTH - 2 * MARGIN - 110, align: 'right' });
}

function rule(pdf: PDFKit.PDFDocument): void {
  const y = pdf.y + 2;
  pdf
    .moveTo(MARGIN, y)
    .lineTo(WIDTH - MARGIN, y)
    .lineWidth(0.7)
    .stroke(INKS.line);
  pdf.y = y + 14;
}
