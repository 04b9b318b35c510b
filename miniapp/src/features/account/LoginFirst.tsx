import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { open } from '@/platform/navigation';

/** A page about oneself, opened by nobody in particular. */
export function LoginFirst({ what }: { what: string }) {
  return (
    <EmptyState icon="user" title="还没登录" text={`登录以后能看到你的${what}。不登录也能看每周的主题。`}>
      <Button onTap={() => open('packages/account/login/index')}>登录</Button>
    </EmptyState>
  );
}
