import { useTranslation } from 'react-i18next';
import { isLink, type KeyPiece, keyPieces } from './key-pieces.ts';
import { visibleKey } from './visible-key.ts';

const LOOKS = {
  plain: '',
  odd: '',
  even: 'bg-accent-soft',
  space: 'border-b-4 border-warn',
  line: '',
} as const satisfies Record<KeyPiece['kind'], string>;

/**
 * A key as it is read out, typed and copied: nothing is on the screen that is not in the key. Groups differ by their shade,
 * and a space of the key's own is underlined, so that neither can be taken for the other.
 */
export function KeyText({ text }: { text: string }) {
  const { t } = useTranslation();
  const visible = visibleKey(text);
  const pieces = keyPieces(visible.text);
  const isLong = isLink(text) || text.length > 40;
  const hasSpaces = pieces.some(piece => piece.kind === 'space');
  return (
    <>
      <p
        data-key
        className={`font-mono leading-relaxed font-bold wrap-anywhere whitespace-pre-wrap select-all ${isLong ? 'text-lg' : 'text-2xl 2xl:text-3xl'}`}
      >
        {pieces.map(piece => (
          <KeyPart key={piece.at} {...piece} />
        ))}
      </p>
      {hasSpaces && <p>{t('key.spaces')}</p>}
      {visible.isEscaped && <p>{t('key.escaped')}</p>}
    </>
  );
}

/** A line may break before it, and the break is no character. */
function KeyPart({ text, kind }: KeyPiece) {
  if (kind === 'line') return text;
  return (
    <>
      <wbr />
      <span className={LOOKS[kind]}>{text}</span>
    </>
  );
}
