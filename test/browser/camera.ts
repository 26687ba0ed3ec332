import bwipjs from 'bwip-js';
import type { Page } from 'playwright-core';

/** A camera that a code is held before. Chromium's own stand-in shows the same to every page. */
export async function holdBeforeCamera(page: Page, code: 'code128' | 'qrcode', text: string): Promise<void> {
  const picture = await bwipjs.toBuffer({
    bcid: code,
    text,
    scale: 3,
    padding: 10,
    backgroundcolor: 'ffffff',
  });
  await page.addInitScript(`
    navigator.mediaDevices.getUserMedia = async () => {
      const image = new Image();
      image.src = 'data:image/png;base64,${picture.toString('base64')}';
      await image.decode();
      const sheet = document.createElement('canvas');
      Object.assign(sheet, { width: 640, height: 480 });
      const pen = sheet.getContext('2d');
      setInterval(() => {
        pen.fillStyle = '#fff';
        pen.fillRect(0, 0, 640, 480);
        pen.drawImage(image, 40, 40);
      }, 100);
      return sheet.captureStream();
    };`);
}
