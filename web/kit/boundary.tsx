import { Component, type ReactNode, useCallback, useState } from 'react';
import { spokenOf } from '../../kit/format/locale.ts';
import { COMMON_PAGES } from '../../kit/words/everyone/common.ts';

type BoundaryProps = {
  /** Where the page begins, which is always a way on. */
  home: string;
  /** What the reader sees, as far as another address, screen or language makes it another: then it is tried anew. */
  at?: string;
  children: ReactNode;
};

/**
 * Says so when what stands in it can't be shown, instead of leaving nothing: a text, a value or a file of the page that
 * did not come. What stands around it stays.
 */
export class Boundary extends Component<BoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidUpdate(before: BoundaryProps) {
    if (this.state.isBroken && before.at !== this.props.at) this.setState({ isBroken: false });
  }

  override render() {
    return this.state.isBroken ? <Broken home={this.props.home} /> : this.props.children;
  }
}

/**
 * It leans on nothing that may be what broke: the words are read straight from the table, the elements are the browser's.
 * Trying again loads the whole page, since a file that did not come once is not asked for a second time.
 */
function Broken({ home }: { home: string }) {
  const said = COMMON_PAGES[spokenOf([document.documentElement.lang])];
  return (
    <div className="broken">
      <div role="alert">
        <h1>{said['common.broken']}</h1>
        <p>{said['common.broken_detail']}</p>
      </div>
      <button type="button" onClick={() => window.location.reload()}>
        {said['common.again']}
      </button>
      <a href={home}>{said['common.to_start']}</a>
    </div>
  );
}

/** Hands what failed outside of rendering, such as a promise, to the nearest boundary, since React sees only the former. */
export function useBreak(): (thrown: unknown) => void {
  const [, set] = useState<never>();
  return useCallback(
    (thrown) =>
      set(() => {
        throw thrown;
      }),
    [],
  );
}
