import { extractText } from 'unpdf';

/** What somebody reads in a PDF, as a program that shows PDFs finds it. */
export async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text;
}
