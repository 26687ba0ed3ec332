import bwipjs from 'bwip-js';
import type { Page } from 'playwright-core';

/** Replaces the page's camera by one that sees this code. Chromium's fake camera would show the same to every page. */
export async function holdToCamera(page: Page, code: 'code128' | 'qrcode', text: string): Promise<void> {
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
