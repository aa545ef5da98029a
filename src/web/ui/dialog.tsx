import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';
import { Button } from './button.tsx';

/**
 * A dialog over the page, open for as long as it is drawn. Its cross, Escape and a click outside close it; focus goes back
 * to where it was.
 */
export function Dialog(props: {
  readonly title: string;
  /** For what holds a picture. */
  readonly isWide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { common } = useStrings();
  return (
    <ModalOverlay
      className="react-aria-ModalOverlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <Modal className={`react-aria-Modal${props.isWide === true ? ' wide' : ''}`}>
        <AriaDialog>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {props.title}
            </Heading>
            <Button isSmall kind="quiet" aria-label={common.close} onPress={props.onClose}>
              ✕
            </Button>
          </div>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
