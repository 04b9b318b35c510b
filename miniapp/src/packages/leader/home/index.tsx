import { Page } from '@/components/Page';

export default function LeaderPage() {
  return <Page title="小组" />;
}
