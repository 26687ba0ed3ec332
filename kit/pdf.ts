import { fileURLToPath } from 'node:url';

/** The fonts of our papers. A PDF embeds only the glyphs that it uses. */
export const FONTS = {
  regular: fileURLToPath(import.meta.resolve('pretendard/dist/public/static/Pretendard-Regular.otf')),
  bold: fileURLToPath(import.meta.resolve('pretendard/dist/public/static/Pretendard-Bold.otf')),
} as const;

export const INKS = { text: '#1c1917', soft: '#57534e', line: '#d6d3d1', ribbon: '#b01f42' } as const;

/** The bytes of a PDF, once it has been ended. */
export function bytesOf(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((ready, failed) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => ready(Buffer.concat(chunks)));
    pdf.on('error', failed);
  });
}
