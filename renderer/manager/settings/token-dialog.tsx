import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../bridge.ts';
import { useBridge } from '../../bridge-context.ts';
import { isToken } from '../../setup/setup-faults.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { Secret } from './partner-card.tsx';

/** Takes a token in. It lives in this field and nowhere else on the screen's side, and is gone with the dialog. */
export function TokenDialog(props: { secret: Secret; onClose: () => void; onReplaced: () => void }) {
  const { secret, onClose, onReplaced } = props;
  const { t } = useTranslation('manager');
  const bridge = useBridge();
  const toast = useToast();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<CallError | null>(null);
  const token = text.trim();
  const isWrong = secret === 'token' ? !isToken(token) : token === '';

  async function save() {
    setTried(true);
    if (isWrong) return;
    setSaving(true);
    setFailure(null);
    const answer = await bridge.call('settings.save', { [secret]: token });
    setSaving(false);
    if (!answer.ok) return setFailure(answer.error);
    toast('good', 'manager:settings.tokenSaved');
    onReplaced();
    onClose();
  }

  const fault =
    secret === 'token' && token !== ''
      ? t('settings.tokenWrong', { count: token.length })
      : t('settings.tokenMissing');
  return (
    <FormDialog
      title={t('settings.replaceOf', { token: t(`settings.${secret}`) })}
      isSaving={isSaving}
      failure={failure}
      onSave={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={t(`settings.${secret}`)}
        type="password"
        mono
        value={text}
        onChange={setText}
        error={isTried && isWrong ? fault : undefined}
        {...(secret === 'token' ? { hint: t('settings.tokenHint') } : {})}
        autoFocus
      />
      {secret === 'token' && <p className="text-muted">{t('settings.tokenChecking')}</p>}
    </FormDialog>
  );
}
