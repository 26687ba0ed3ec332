/** Draws a barcode or QR code, each module `scale` dots wide. The library is loaded with the first code. */
export async function drawCode(
  canvas: HTMLCanvasElement,
  kind: 'code128' | 'qrcode',
  text: string,
  scale: number,
): Promise<void> {
  const { toCanvas } = await import('bwip-js/browser');
  toCanvas(canvas, {
    bcid: kind,
    text,
    scale,
    backgroundcolor: 'ffffff',
    ...(kind === 'code128' ? { height: 18, paddingwidth: 8, paddingheight: 4 } : { padding: 4 }),
  });
}
