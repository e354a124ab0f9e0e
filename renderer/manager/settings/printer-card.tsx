import { Printer, PrinterCheck, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isDriven } from '../../../shared/printer-target.ts';
import { errorText } from '../../i18n/error-text.ts';
import { useFormat } from '../../i18n/format-context.tsx';
import { useFrom, useStoreOf } from '../../stores.tsx';
import { createTerminalStore } from '../../terminal-store.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { CheckedCardProps } from './card-props.ts';
import { createPrinterStore } from './printer-store.ts';

const PAPERS = { 58: 58, 80: 80, 210: 210 } as const;

/** `saved`: the printer of the settings. The one named when the till was started goes before it. */
export function PrinterCard(props: CheckedCardProps & { saved: string }) {
  const { draft, problems, saved, onChange } = props;
  const target = useFrom(createTerminalStore, state => state.status?.printer.target ?? null);
  const { t } = useTranslation('manager');
  const toast = useToast();
  const { test } = useStoreOf(createPrinterStore).getState();
  const { isTesting, failure } = useFrom(createPrinterStore, state => state);
  const { receipt } = draft;
  const isStartedWith = target !== null && target !== saved;
  const isSaved = isStartedWith || draft.printer === saved;

  /** Only a driver knows sheets. */
  function choose(printer: string) {
    const mustBeRoll = receipt.paper === 210 && !isDriven(printer);
    onChange(mustBeRoll ? { printer, receipt: { ...receipt, paper: 80 } } : { printer });
  }

  async function print() {
    if (await test()) toast('good', 'manager:settings.printerTested');
  }

  return (
    <Card title={t('settings.printer')}>
      <TextField
        label={t('settings.printerTarget')}
        hint={isStartedWith ? t('settings.printerStartedWith', { target }) : t('settings.printerHint')}
        value={isStartedWith ? target : draft.printer}
        isDisabled={isStartedWith}
        onChange={choose}
        error={problems.printer ? t('settings.printerWrong') : undefined}
        mono
      />
      {!isStartedWith && <FoundPrinters onUse={choose} />}
      <Segments
        label={t('settings.paper')}
        value={String(receipt.paper) as '58' | '80' | '210'}
        onChange={paper => onChange({ receipt: { ...receipt, paper: PAPERS[paper] } })}
        options={[
          { value: '58', label: t('settings.paper58') },
          { value: '80', label: t('settings.paper80') },
          ...(isDriven(draft.printer) ? [{ value: '210' as const, label: t('settings.paperA4') }] : []),
        ]}
      />
      <Switch
        label={t('settings.autoPrint')}
        hint={t('settings.autoPrintHint')}
        isSelected={draft.autoPrint}
        onChange={autoPrint => onChange({ autoPrint })}
      />
      {failure && <ErrorNotice error={failure} />}
      <WhatIsWrong />
      <Button
        icon={PrinterCheck}
        isPending={isTesting}
        isDisabled={!isSaved || (saved === 'none' && !isStartedWith)}
        onPress={() => void print()}
      >
        {t('settings.printerTest')}
      </Button>
      {!isSaved && <p className="text-muted">{t('settings.printerTestFirst')}</p>}
    </Card>
  );
}

/** Why nothing comes out, and below it the words of the printer or the system, for whoever repairs it. */
function WhatIsWrong() {
  const { t } = useTranslation('manager');
  const format = useFormat();
  const error = useFrom(createTerminalStore, state => state.status?.printer.error);
  if (!error) return null;
  const { title, detail, next } = errorText(format, error);
  const says = error.details?.says;
  return (
    <Notice tone="warn" title={title}>
      <p>
        {detail} {next}
      </p>
      {typeof says === 'string' && (
        <p className="break-words text-muted">
          {t('settings.printerDetails')} <span lang="en">{says}</span>
        </p>
      )}
    </Notice>
  );
}

function FoundPrinters({ onUse }: { onUse: (target: string) => void }) {
  const { t } = useTranslation('manager');
  const { search } = useStoreOf(createPrinterStore).getState();
  const found = useFrom(createPrinterStore, state => state.found);
  return (
    <>
      <Button icon={Search} isPending={found.isAsking} onPress={() => void search()}>
        {t('settings.printerSearch')}
      </Button>
      {found.error && <ErrorNotice error={found.error} />}
      {found.value?.printers.length === 0 && (
        <p role="status" className="text-muted">
          {t('settings.printerFoundNone')}
        </p>
      )}
      {found.value?.hasDrivers === false && (
        <p role="status" className="text-muted">
          {t('settings.printerNoDrivers')}
        </p>
      )}
      {found.value && found.value.printers.length > 0 && (
        <ul aria-label={t('settings.printerFound')} className="flex flex-col gap-2">
          {found.value.printers.map(({ target, name, through }) => (
            <li key={target}>
              <Button wide icon={Printer} onPress={() => onUse(target)}>
                {t(through === 'driver' ? 'settings.printerUseDriver' : 'settings.printerUse', { name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
