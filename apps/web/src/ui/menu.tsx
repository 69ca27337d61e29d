import { Menu as MantineMenu } from "@mantine/core";
import type { ReactElement, ReactNode } from "react";

export type MenuItem = {
  readonly key: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly current?: boolean;
  readonly onSelect: () => void;
};
export type MenuGroup = { readonly label?: string; readonly items: readonly MenuItem[] };

/** Actions behind one button; arrow keys move, Escape closes, focus returns. The target must be a button that takes a ref. */
export function Menu({
  target,
  groups,
  wide = false,
}: {
  readonly target: ReactElement;
  readonly groups: readonly MenuGroup[];
  readonly wide?: boolean;
}) {
  return (
    <MantineMenu
      position="bottom-start"
      width={wide ? 300 : 220}
      withinPortal
      returnFocus
      withInitialFocusPlaceholder={false} // an element of no role has no place in a menu
      transitionProps={{ duration: 100 }}
    >
      <MantineMenu.Target>{target}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {groups.map((group, at) => (
          <div key={group.label ?? at} role="group" aria-label={group.label}>
            {at > 0 && <MantineMenu.Divider />}
            {group.label !== undefined && <MantineMenu.Label>{group.label}</MantineMenu.Label>}
            {group.items.map((item) => (
              <MantineMenu.Item
                key={item.key}
                onClick={item.onSelect}
                leftSection={item.icon}
                {...(item.danger ? { "data-danger": true } : {})}
                {...(item.current ? { "aria-current": true } : {})}
              >
                <span className="k-menu-label">{item.label}</span>
                {item.hint !== undefined && <span className="k-menu-hint">{item.hint}</span>}
              </MantineMenu.Item>
            ))}
          </div>
        ))}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
