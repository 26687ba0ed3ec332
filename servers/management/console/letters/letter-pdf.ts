import PDFDocument from 'pdfkit';
import { bytesOf, FONTS, INKS } from '../../../../kit/pdf.ts';
import { type Words, words } from '../../../../kit/words/index.ts';
import type { Letter } from './print-letter.ts';

/** Points of a millimetre. */
const MM = 72 / 25.4;
/** ISO 216 A4. */
const PAGE = { width: 210 * MM, height: 297 * MM };
const LEFT = 25 * MM;
const WIDTH = PAGE.width - 2 * LEFT;
/** Where a DL or C5 envelope with a window on the left shows the page (DIN 5008, form B), with some air around. */
const WINDOW = { left: 25 * MM, top: 50 * MM, width: 80 * MM, line: 9 * MM };
const BODY_TOP = 103 * MM;
/** Folded here, a page fits the envelope. */
const FOLDS = [105 * MM, 210 * MM];

/** A letter as A4 to be folded into a window envelope. The clerk writes the address on the lines below the name. */
export function letterPdf(letter: Letter, lineNumber: string, now: Date): Promise<Buffer> {
  const w = words(letter.locale);
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 20 * MM, bottom: 20 * MM, left: LEFT, right: LEFT },
    lang: letter.locale,
    displayTitle: true,
    info: { Title: letter.subject, CreationDate: now },
  });
  const bytes = bytesOf(pdf);
  envelope(pdf, w, letter, lineNumber);
  pdf
    .font(FONTS.regular)
    .fontSize(10)
    .fillColor(INKS.soft)
    .text(w.t('letter.date', { at: now }), LEFT, BODY_TOP - 8 * MM, { width: WIDTH, align: 'right' });
  pdf
    .font(FONTS.bold)
    .fontSize(15)
    .fillColor(INKS.text)
    .text(letter.subject, LEFT, BODY_TOP, { width: WIDTH })
    .moveDown(0.8);
  pdf.font(FONTS.regular).fontSize(12);
  for (const paragraph of letter.paragraphs) block(pdf, paragraph);
  if (letter.how !== undefined) {
    pdf.font(FONTS.bold).text(letter.how.heading, { width: WIDTH }).moveDown(0.5);
    pdf.font(FONTS.regular);
    for (const step of letter.how.steps) block(pdf, step);
  }
  block(pdf, w.t('letter.questions', { line_number: lineNumber }));
  pdf.moveDown(0.5).fontSize(9).fillColor(INKS.soft);
  block(pdf, w.t('letter.secret'));
  block(pdf, w.t('letter.order', { order_id: letter.order_id }));
  pdf.end();
  return bytes;
}

/** The sender, the part that the window shows, and where to fold. */
function envelope(pdf: PDFKit.PDFDocument, w: Words, { name }: Letter, lineNumber: string): void {
  pdf.rect(0, 0, PAGE.width, 10).fill(INKS.ribbon);
  pdf
    .font(FONTS.bold)
    .fontSize(16)
    .fillColor(INKS.text)
    .text(w.t('letter.from'), LEFT, 20 * MM);
  pdf
    .font(FONTS.regular)
    .fontSize(10)
    .fillColor(INKS.soft)
    .text(w.t('letter.phone', { line_number: lineNumber }));
  const { left, top, width, line } = WINDOW;
  pdf
    .font(FONTS.bold)
    .fontSize(12)
    .fillColor(INKS.text)
    .text(w.t('letter.to', { name }), left, top, { width });
  for (const row of [1, 2, 3]) {
    const y = top + 3 * MM + row * line;
    pdf
      .moveTo(left, y)
      .lineTo(left + width, y)
      .lineWidth(0.5)
      .stroke(INKS.line);
  }
  for (const y of FOLDS)
    pdf
      .moveTo(5 * MM, y)
      .lineTo(9 * MM, y)
      .lineWidth(0.5)
      .stroke(INKS.line);
}

function block(pdf: PDFKit.PDFDocument, text: string): void {
  pdf.text(text, { width: WIDTH, lineGap: 3 }).moveDown(0.6);
}
