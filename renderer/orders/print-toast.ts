import { useToast } from '../ui/toast.tsx';

/** Says that something went to the printer; nothing where it was refused, which is said in its place. */
export function usePrintToast(): (printed: { copy: boolean } | undefined) => void {
  const toast = useToast();
  return printed => printed && toast('good', printed.copy ? 'orders:print.sentCopy' : 'orders:print.sent');
}
