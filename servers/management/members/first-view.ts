import { type Locale, languageTag } from '../../../kit/format/locale.ts';
import type { FirstView } from '../../../kit/http/web-app.ts';
import { BUYER_DOOR } from '../../../kit/words/buyer/door.ts';
import { COMMON_PAGES } from '../../../kit/words/everyone/common.ts';

/** As the scripts' style sheets will have it, so that little moves when they take over. */
const CSS = `
.first{--ink:#000;--soft:#5c5f66;--ground:#fff;--bone:#eceef0;--line:#dee2e6;--strong:#b01f42;
font:16px/1.55 "Pretendard Variable",Pretendard,system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere;
min-height:100vh;color:var(--ink);background:var(--ground)}
.first:lang(ja){font-family:system-ui,"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic",Meiryo,sans-serif}
.first:lang(zh){font-family:system-ui,"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif}
.first:is(:lang(ja),:lang(zh)){word-break:normal;line-break:strict}
@media(prefers-color-scheme:dark){.first{--ink:#fff;--soft:#a6a7ab;--ground:#242424;--bone:#333;--line:#424242}}
body{margin:0}
.first header{display:flex;align-items:center;height:60px;padding:0 16px;border-bottom:1px solid var(--line);
font-size:18px;font-weight:700}
.first main{max-width:720px;margin:0 auto;padding:32px 16px}
.first h1{margin:20px 0 0;font-size:clamp(26px,6vw,34px);line-height:1.3}
.first p{margin:8px 0 0;color:var(--soft)}
.first nav{display:flex;flex-wrap:wrap;gap:16px;margin-top:20px}
.first a{padding:11px 26px;font-size:18px;font-weight:600;color:inherit;text-decoration:none;border:1px solid var(--line);
border-radius:8px}
.first a.strong{color:#fff;background:var(--strong);border-color:var(--strong)}
.first a:focus-visible{outline:2px solid var(--strong);outline-offset:2px}
.bone{background:var(--bone);border-radius:8px}
.bone.art{aspect-ratio:16/9;border-radius:20px}
.bone.line{height:20px;margin-top:16px}
.bone.title{width:60%;height:36px}
.bone.box{height:96px;margin-top:20px}`.replaceAll('\n', '');

/** The introduction, as whoever is not logged in sees it at `/`. Its links work without scripts. */
function introduction(locale: Locale): string {
  const door = BUYER_DOOR[locale];
  return `<div class="bone art"></div><h1>${door['door.title']}</h1><p>${door['door.lead']}</p>
<nav><a class="strong" href="/give">${door['door.give']}</a><a href="/sign-up">${door['door.sign_up']}</a></nav>`;
}

/** What is to come, where only the scripts know what that is. */
const BONES =
  '<div class="bone title"></div><div class="bone line"></div><div class="bone box"></div><div class="bone box"></div>';

/** What the buyer's page shows until its scripts are there. */
export function firstView(locale: Locale, { isIntroduction }: { isIntroduction: boolean }): FirstView {
  const common = COMMON_PAGES[locale];
  const main = isIntroduction ? introduction(locale) : BONES;
  const html = `<div class="first"><header>${common['common.brand']}</header><main aria-busy="true">${main}</main></div>`;
  return { lang: languageTag(locale), css: CSS, html };
}
