import { Page } from '@/components/Page';

export default function GroupPage() {
  return <Page tab="group" title="小组" />;
}
