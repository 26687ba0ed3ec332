import { useEffect, useState } from 'react';
import { useTerminal } from '../device/terminal.tsx';
import { Choice, Question, Refused } from '../parts/question.tsx';
import { choosePaper, PAPERS, type Paper, paperWidth, printReceipt } from '../print/printer.ts';
import { testReceipt } from '../print/receipts.ts';
import { canUseUsb, choosePrinter, connectedPrinter } from '../print/usb.ts';
import { useWords } from '../words.ts';

/** Printer, paper width and full screen. */
export function PrinterSettings({ onBack }: { onBack(): void }) {
  const words = useWords();
  const { t } = words;
  const { place } = useTerminal();
  const [paper, setPaper] = useState<Paper>(paperWidth);
  const [name, setName] = useState<string | undefined>(undefined);
  const [problem, setProblem] = useState<unknown>(undefined);
  const look = async () => setName((await connectedPrinter())?.productName ?? undefined);
  // Runs once, when the screen opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said above
  useEffect(() => void look(), []);
  const state = !canUseUsb()
    ? t('till.printer_usb_none')
    : name === undefined
      ? t('till.printer_browser')
      : t('till.printer_connected', { name });
  const test = () =>
    void printReceipt(testReceipt(words, place), words).then(() => setProblem(undefined), setProblem);
  return (
    <Question
      title={t('till.printer')}
      hint={state}
      onBack={onBack}
      details={
        <>
          <fieldset className="papers">
            <legend>{t('till.printer_paper')}</legend>
            {(Object.keys(PAPERS) as Paper[]).map((width) => (
              <label key={width}>
                <input
                  type="radio"
                  name="paper"
                  checked={paper === width}
                  onChange={() => {
                    choosePaper(width);
                    setPaper(width);
                  }}
                />
                {width} mm
              </label>
            ))}
          </fieldset>
          <Refused problem={problem} />
        </>
      }
    >
      <div className="choices">
        {canUseUsb() && (
          <Choice primary title={t('till.printer_usb')} onChoose={() => void choosePrinter().then(look)} />
        )}
        <Choice title={t('till.printer_test')} onChoose={test} />
        <Choice
          title={t('till.display_open')}
          hint={t('till.display_hint')}
          onChoose={() => void open('/terminal/display', 'seonmul-display', 'popup')}
        />
        <Choice
          title={t('till.full_screen')}
          onChoose={() => void document.documentElement.requestFullscreen().catch(setProblem)}
        />
      </div>
    </Question>
  );
}
