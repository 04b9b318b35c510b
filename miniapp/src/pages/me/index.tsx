import { Page } from '@/components/Page';

export default function MePage() {
  return <Page tab="me" title="我的" />;
}
