import { Frame } from '../kit/frame.tsx';
import { startPage } from '../kit/start.tsx';

startPage(
  <Frame brand="Seonmul" home="/">
    …
  </Frame>,
  { en: {}, ko: {} },
);
