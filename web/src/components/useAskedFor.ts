// A form that an address opens by what stands after its #: whoever follows a link to it has it before them, also from the page where it is.
import { useLocation, useRouter } from '@tanstack/react-router';

/** For a `FormModal`. Without a hash nothing asks for it but its button. */
export function useAskedFor(hash: string | undefined) {
  const router = useRouter();
  const isOpen = useLocation({ select: (location) => location.hash === hash });
  const onClose = () => {
    // The address leads to the page alone then, so that the same link opens the form again. Whoever went elsewhere stays there.
    if (router.latestLocation.hash !== hash) return;
    void router.navigate({ to: '.', hash: '', replace: true, resetScroll: false, hashScrollIntoView: false });
  };
  return { isOpen, onClose };
}
