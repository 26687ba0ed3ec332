import { fileURLToPath } from 'node:url';

const font = (weight: string) =>
  fileURLToPath(import.meta.resolve(`pretendard/dist/public/static/Pretendard-${weight}.otf`));

/** The fonts of our papers. A PDF embeds only the glyphs that it uses. */
export const FONTS = { regular: font('Regular'), bold: font('Bold') } as const;

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
