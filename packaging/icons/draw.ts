/** Draws the icons of the packaged till anew from keytill.svg: `node packaging/icons/draw.ts`. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { chromiumPath, launchArguments } from '../../test/support/chromium.ts';
import { icns, ico, type Picture } from './containers.ts';

const folder = import.meta.dirname;
const LINUX_SIZES = [16, 32, 48, 64, 128, 256, 512];
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256];
const MAC_SIZES = [16, 32, 64, 128, 256, 512, 1024];
/** Apple's grid leaves a margin of 100 in 1024 around the shape. */
const MAC_SHAPE = 824 / 1024;

const browser = await chromium.launch({ executablePath: chromiumPath(), args: launchArguments() });
try {
  mkdirSync(join(folder, 'linux'), { recursive: true });
  for (const { size, png } of await draw(browser, LINUX_SIZES, 1))
    writeFileSync(join(folder, 'linux', `${size}x${size}.png`), png);
  writeFileSync(join(folder, 'keytill.ico'), ico(await draw(browser, WINDOWS_SIZES, 1)));
  writeFileSync(join(folder, 'keytill.icns'), icns(await draw(browser, MAC_SIZES, MAC_SHAPE)));
} finally {
  await browser.close();
}

/** `share`: how much of each side the shape takes. */
async function draw(browser: Browser, sizes: number[], share: number): Promise<Picture[]> {
  const address = `data:image/svg+xml;base64,${readFileSync(join(folder, 'keytill.svg')).toString('base64')}`;
  const page = await browser.newPage();
  const pictures: Picture[] = [];
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0;height:100vh;display:grid;place-items:center}</style><img src="${address}" style="width:${share * 100}vw">`,
    );
    await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  }
  await page.close();
  return pictures;
}
