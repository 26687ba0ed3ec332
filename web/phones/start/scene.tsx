import './scene.css';
import { Link } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import { type Demo, usePhones } from '../api.ts';
import { useWords } from '../words.ts';

/** Buyer's and recipient's phones with the latest message of each; they link to the real ones. */
export function Scene({ demo }: { demo: Demo | undefined }) {
  const buyer = demo?.buyers[0];
  const recipient = demo?.shop_members[0];
  return (
    <div className="scene">
      <ScenePhone number={buyer?.mobile} name={buyer?.name} />
      <ScenePhone number={recipient?.phone} name={recipient?.name} />
    </div>
  );
}

function ScenePhone({ number, name = '' }: { number: string | undefined; name: string | undefined }) {
  const { t, locale } = useWords();
  const newest = usePhones().data?.phones.find((phone) => phone.number === number)?.newest;
  return (
    <div className="scene-phone">
      <div className="scene-screen">
        {number !== undefined && (
          <>
            <Link to={`/phones/${number}`} className="scene-name">
              {name}
            </Link>
            <span className="scene-number">{formatPhone(number, locale)}</span>
            <p className="scene-note" data-empty={newest === undefined || undefined}>
              <span className="clamped">{newest?.text ?? t('phones.nothing')}</span>
            </p>
          </>
        )}
      </div>
    </div>
  );
}
