import { useTranslation } from 'react-i18next';
import { ComboField } from '../../ui/combo-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTillActions } from '../use-till.ts';
import type { Choice } from './choice.ts';

/** More than this are found faster by typing a part of the name. */
const MOST_TO_LOOK_THROUGH = 12;

/** The player's server: from the partner's list where there is one, else as the customer reads it out. */
export function ServerField({ choice: { servers, serverId } }: { choice: Choice }) {
  const { t } = useTranslation(['till', 'common']);
  const till = useTillActions();
  const label = t('player.server');
  const choose = (chosen: string | null) => till.typePlayer({ serverId: chosen ?? '' });

  if (servers === null) {
    return (
      <div className="flex flex-col gap-1.5">
        <p role="status" className="font-semibold text-muted">
          {t('player.loadingServers')}
        </p>
        <Skeleton className="h-12 w-full" />
      </div>
    );
  }
  if (servers.length === 0) {
    return <TextField label={label} value={serverId} onChange={choose} maxLength={64} mono />;
  }
  const options = servers.map(({ id, name }) => ({
    value: id,
    label: name === id ? name : `${name} (${id})`,
  }));
  const value = serverId === '' ? null : serverId;
  return servers.length <= MOST_TO_LOOK_THROUGH ? (
    <SelectField
      label={label}
      options={options}
      value={value}
      onChange={choose}
      placeholder={t('player.chooseServer')}
    />
  ) : (
    <ComboField label={label} options={options} value={value} onChange={choose} />
  );
}

/** For an offer of which nobody knows whether its game has servers. */
export function OptionalServerField({ serverId }: { serverId: string }) {
  const { t } = useTranslation('till');
  const till = useTillActions();
  return (
    <TextField
      label={t('player.server')}
      hint={t('player.serverIfAny')}
      value={serverId}
      onChange={chosen => till.typePlayer({ serverId: chosen })}
      maxLength={64}
      mono
    />
  );
}
