"""What a reader does to a page, and what the page then holds."""


def drawn(page):
    """Wait until what was asked for is on the screen."""
    frame = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    page.evaluate(f"() => {frame}")
    return page


def model(page, expression):
    """Return ``expression`` of the page's model."""
    drawn(page)
    return page.evaluate(f"() => {{ const model = explorer; return {expression}; }}")


def drag(page, locator, right, down):
    box = locator.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right / 2, y + down / 2)
    page.mouse.move(x + right, y + down)
    page.mouse.up()
    drawn(page)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)
        drawn(page)
