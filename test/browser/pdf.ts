import { extractText } from 'unpdf';

/** The text of a PDF. */
export async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: true });
  return text;
}
