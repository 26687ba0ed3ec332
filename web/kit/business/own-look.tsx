import { useEffect } from 'react';
import { useBusiness } from './use-business.ts';

/** The shades of the theme's main colour, made of the business's: with white up to the sixth, with black from the ninth. */
const SHADES = [6, 14, 26, 36, 45, 60, 100, 100, 85, 70].map((percent, shade) => {
  const other = shade < 6 ? 'white' : 'black';
  return [
    `--mantine-color-ribbon-${shade}`,
    (colour: string) => `color-mix(in srgb, ${colour} ${percent}%, ${other})`,
  ] as const;
});
const LOGO_HEIGHT = 28;

/** The name of the pages with the business's logo, once that is published; its colour becomes the pages' own. */
export function OwnBrand({ name }: { name: string }) {
  const { data } = useBusiness();
  const { colour = null, logo_id = null } = data?.business ?? {};
  useEffect(() => {
    const { style } = document.documentElement;
    if (colour === null) return;
    for (const [variable, share] of SHADES) style.setProperty(variable, share(colour));
    return () => {
      for (const [variable] of SHADES) style.removeProperty(variable);
    };
  }, [colour]);
  return (
    <>
      {logo_id !== null && (
        <img
          src={`/pictures/${logo_id}`}
          alt=""
          height={LOGO_HEIGHT}
          style={{ verticalAlign: 'middle', marginInlineEnd: 8 }}
        />
      )}
      {name}
    </>
  );
}
