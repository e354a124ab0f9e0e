import { LoaderCircle } from 'lucide-react';

/** Beside words that say what is being waited for; alone it says nothing. */
export function Spinner() {
  return <LoaderCircle aria-hidden className="size-5 shrink-0 motion-safe:animate-spin" />;
}
