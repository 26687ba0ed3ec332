import PDFDocument from 'pdfkit';
import { addMs } from '../clock.ts';
import { bytesOf, FONTS, INKS } from '../pdf.ts';
import type { Words } from '../words/index.ts';
import { type PaperStatement, signedMinor } from './statement.ts';

const MARGIN = 56;
/** ISO 216 A4, in points. */
const WIDTH = 595.28;
const ROW = 17;
/** Where the columns begin, and how wide they are; the last one is set against the margin. */
const COLUMNS = [
  { x: MARGIN, width: 140 },
  { x: MARGIN + 140, width: 95 },
  { x: MARGIN + 235, width: 170 },
  { x: MARGIN + 405, width: WIDTH - 2 * MARGIN - 405 },
] as const;

type Cells = readonly [at: string, kind: string, reference: string, amount: string];

/** A payee's statement as PDF in the reader's language, on as many pages as it needs. */
export function statementPdf(w: Words, statement: PaperStatement, now: Date): Promise<Buffer> {
  const title = w.t('statement_paper.title');
  const pdf = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: w.locale,
    displayTitle: true,
    info: { Title: `${title} ${statement.payee}`, CreationDate: now },
  });
  const bytes = bytesOf(pdf);
  pdf.rect(0, 0, WIDTH, 10).fill(INKS.ribbon);
  pdf.font(FONTS.bold).fontSize(22).fillColor(INKS.text).text(title, MARGIN, MARGIN);
  pdf.moveDown(0.8);
  const until = addMs(new Date(statement.until), -1);
  fact(pdf, w.t('statement_paper.payee'), statement.payee);
  fact(pdf, w.t('statement_paper.period'), w.t('statement_paper.days', { from: statement.from, until }));
  for (const total of statement.totals) totals(pdf, w, total);
  pdf.y += 14;
  lines(pdf, w, statement.lines);
  pdf
    .font(FONTS.regular)
    .fontSize(8)
    .fillColor(INKS.soft)
    .text(w.t('statement_paper.issuer', { at: now }), MARGIN, pdf.y + 20);
  pdf.end();
  return bytes;
}

function totals(pdf: PDFKit.PDFDocument, w: Words, total: PaperStatement['totals'][number]): void {
  const { currency } = total;
  pdf.y += 12;
  const head = w.t('statement_paper.totals', { currency });
  pdf.font(FONTS.bold).fontSize(10).fillColor(INKS.text).text(head, MARGIN, pdf.y);
  pdf.y += 4;
  const amounts = [
    [w.t('statement_paper.captured'), total.captured_minor],
    [w.t('statement_paper.refunded'), total.refunded_minor],
    [w.t('statement_paper.paid_out'), total.paid_out_minor],
    [w.t('statement_paper.commission'), total.commission_minor],
    [w.t('statement_paper.in_trust'), total.in_trust_minor],
  ] as const;
  for (const [name, amount_minor] of amounts) fact(pdf, name, w.money({ amount_minor, currency }));
}

function lines(pdf: PDFKit.PDFDocument, w: Words, all: PaperStatement['lines']): void {
  const head: Cells = [
    w.t('statement_paper.at'),
    w.t('statement_paper.kind'),
    w.t('statement_paper.reference'),
    w.t('statement_paper.amount'),
  ];
  row(pdf, head, true);
  if (all.length === 0) {
    pdf.font(FONTS.regular).fontSize(9).fillColor(INKS.soft);
    pdf.text(w.t('statement_paper.none'), MARGIN, pdf.y + 6);
  }
  for (const line of all) {
    if (pdf.y + ROW > pdf.page.height - MARGIN) {
      pdf.addPage();
      row(pdf, head, true);
    }
    const amount = w.money({ amount_minor: signedMinor(line), currency: line.currency });
    row(pdf, [w.dateTime(line.at), w.t(`statement_paper.${line.kind}`), line.reference, amount], false);
  }
}

function row(pdf: PDFKit.PDFDocument, cells: Cells, isHead: boolean): void {
  const { y } = pdf;
  pdf.font(isHead ? FONTS.bold : FONTS.regular).fontSize(isHead ? 9 : 7.5);
  pdf.fillColor(isHead ? INKS.soft : INKS.text);
  for (const [index, { x, width }] of COLUMNS.entries()) {
    const align = index === COLUMNS.length - 1 ? 'right' : 'left';
    pdf.text(cells[index] ?? '', x, y + 4, { width, align, lineBreak: false });
  }
  pdf
    .moveTo(MARGIN, y + ROW)
    .lineTo(WIDTH - MARGIN, y + ROW)
    .lineWidth(0.5)
    .stroke(INKS.line);
  pdf.y = y + ROW;
}

function fact(pdf: PDFKit.PDFDocument, name: string, value: string): void {
  const { y } = pdf;
  pdf.font(FONTS.regular).fontSize(9).fillColor(INKS.soft).text(name, MARGIN, y, { width: 140 });
  pdf.fillColor(INKS.text).text(value, MARGIN + 140, y, { width: WIDTH - 2 * MARGIN - 140, align: 'right' });
  pdf.y = Math.max(pdf.y, y + 14);
}
