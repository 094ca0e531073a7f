using System.Collections.Concurrent;
using System.Text.Json;

namespace Entente.Browser.Tests;

/// <summary>A page of a browser at a server, with an eye on what a reader would not see.</summary>
internal sealed class Visit
{
    private static int failures;
    private readonly ConcurrentQueue<string> wrong = new();
    private readonly List<string> expected = [];

    public Visit(Office office, IPage page)
    {
        Office = office;
        Page = page;
        var here = office.Address.GetLeftPart(UriPartial.Authority);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                wrong.Enqueue($"console {said.Type}: {said.Text} ({said.Location})");
        };
        page.PageError += (_, error) => wrong.Enqueue($"error of the page: {error}");
        page.Crash += (_, _) => wrong.Enqueue("the page crashed");
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(here + "/", StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
                && !request.Url.StartsWith("blob:", StringComparison.Ordinal)
            )
                wrong.Enqueue($"a request to elsewhere: {request.Url}");
        };
    }

    public Office Office { get; }

    public IPage Page { get; }

    /// <summary>The heading of the view.</summary>
    public ILocator Heading => Page.Locator("h1");

    /// <summary>Says that the console will tell of something on purpose: a server that is stopped, a request that must fail.</summary>
    public void Expect(string part) => expected.Add(part);

    /// <summary>Goes to an address of the page as if it were typed in, and waits until its view is there.</summary>
    public async Task Go(string path)
    {
        await Page.GotoAsync(path);
        await Arrived();
    }

    /// <summary>Waits until a view stands and is asking for nothing more.</summary>
    public async Task Arrived()
    {
        await Heading.First.WaitForAsync();
        await Assertions.Expect(Page.Locator(".loading")).ToHaveCountAsync(0);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public async Task Sees(string text) => await Page.GetByText(text).First.WaitForAsync();

    /// <summary>Presses a key as often as told.</summary>
    public async Task Press(string key, int times = 1)
    {
        for (var i = 0; i < times; i++)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Moves on by Tab until what has the focus answers to the name, as somebody without a mouse has to.</summary>
    public async Task TabTo(string name, int most = 200)
    {
        for (var i = 0; i < most; i++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if ((await Focused()).Contains(name, StringComparison.OrdinalIgnoreCase))
                return;
        }
        throw new ShouldAssertException($"'{name}' is not reached by {most} times Tab");
    }

    /// <summary>What has the focus: its name for a screen reader, or its words.</summary>
    public Task<string> Focused() =>
        Page.EvaluateAsync<string>(
            """
            () => {
                const it = document.activeElement;
                if (!it || it === document.body) return '';
                const labels = it.labels ? [...it.labels].map((label) => label.textContent).join(' ') : '';
                const by = (it.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
                // A region that has the focus is not named by all that stands in it.
                const words = it.matches('main, section, [role=tabpanel], [role=region]') ? '' : it.textContent;
                return [it.getAttribute('aria-label'), by, labels, words, it.getAttribute('placeholder')].filter(Boolean).join(' | ').trim();
            }
            """
        );

    /// <summary>The page never scrolls sideways: what is too wide scrolls by itself.</summary>
    public async Task NoSidewaysScroll()
    {
        var wide = await Page.EvaluateAsync<string[]>(
            """
            () => {
                const width = document.documentElement.clientWidth;
                if (document.documentElement.scrollWidth <= width) return [];
                const inside = (element) => {
                    for (let up = element.parentElement; up; up = up.parentElement) if (getComputedStyle(up).overflowX !== 'visible') return true;
                    return false;
                };
                return [...document.querySelectorAll('body *')]
                    .filter((element) => element.getBoundingClientRect().right > width + 1 && !inside(element))
                    .map((element) => `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> to ${Math.round(element.getBoundingClientRect().right)} of ${width}`)
                    .concat(`the page is ${document.documentElement.scrollWidth} wide in ${width}`);
            }
            """
        );
        wide.ShouldBeEmpty();
    }

    /// <summary>Does the same by day and by night, on a telephone and on a desk, without loading the page again.</summary>
    public async Task Everywhere(Func<Task> act)
    {
        foreach (var dark in new[] { false, true })
        foreach (var width in new[] { VisitOptions.Telephone, VisitOptions.Desk })
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await Page.SetViewportSizeAsync(width, 800);
            await Settled();
            await act();
        }
    }

    /// <summary>Waits until charts that are near are drawn, or have given up.</summary>
    public async Task Settled()
    {
        await Assertions.Expect(Page.Locator(".loading")).ToHaveCountAsync(0);
        await Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await Page.WaitForFunctionAsync(
            """
            () => [...document.querySelectorAll('.chart-box.waiting')].every((box) => {
                // Seen at all, in the window and in every box that scrolls around it: others are drawn when they are come to.
                let { top, bottom } = box.getBoundingClientRect();
                [top, bottom] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
                for (let up = box.parentElement; up; up = up.parentElement) {
                    if (getComputedStyle(up).overflowY === 'visible') continue;
                    const around = up.getBoundingClientRect();
                    [top, bottom] = [Math.max(top, around.top), Math.min(bottom, around.bottom)];
                }
                return bottom <= top;
            })
            """
        );
    }

    /// <summary>Nothing that axe-core finds, by WCAG 2.2 AA and by its own good practice.</summary>
    public async Task NoViolations()
    {
        await Page.EvaluateAsync(Axe.Source);
        var found = await Page.EvaluateAsync<JsonElement>(
            """
            async () => (await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'],
            })).violations.map((one) => `${one.id}: ${one.help}\n` + one.nodes.map((node) => `    ${node.target.join(' ')} ${node.html.slice(0, 200)}\n      ${node.failureSummary.replaceAll('\n', ' ')}`).join('\n'))
            """
        );
        found.EnumerateArray().Select(one => one.GetString()).ShouldBeEmpty(Page.Url);
    }

    /// <summary>Holds a file of some bytes over an element, and lets it go there.</summary>
    /// <param name="held">Looks at the page while the file is held.</param>
    public async Task Drop(ILocator on, string name, byte[] content, Func<Task>? held = null)
    {
        var carried = await Page.EvaluateHandleAsync(
            """
            ([name, content]) => {
                const carried = new DataTransfer();
                carried.items.add(new File([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], name));
                return carried;
            }
            """,
            new[] { name, Convert.ToBase64String(content) }
        );
        await on.DispatchEventAsync("dragenter", new { dataTransfer = carried });
        await on.DispatchEventAsync("dragover", new { dataTransfer = carried });
        if (held is not null)
            await held();
        await on.DispatchEventAsync("drop", new { dataTransfer = carried });
    }

    /// <summary>What a download is called, and what is in it.</summary>
    public async Task<(string Name, byte[] Content)> Download(Func<Task> press)
    {
        var download = await Page.RunAndWaitForDownloadAsync(press);
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>Ends the test if the console, the page or the network told of anything.</summary>
    public void NothingWentWrong() =>
        wrong.Where(one => !expected.Exists(part => one.Contains(part, StringComparison.Ordinal))).ShouldBeEmpty();

    /// <summary>Leaves a picture of how it looked when it failed.</summary>
    public async Task Remember()
    {
        try
        {
            var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failed"));
            var file = Path.Combine(folder.FullName, $"{Environment.ProcessId}-{Interlocked.Increment(ref failures)}.png");
            await Page.ScreenshotAsync(new() { Path = file });
            Console.Error.WriteLine($"at {Page.Url}; as it looked: {file}");
            foreach (var one in wrong)
                Console.Error.WriteLine(one);
        }
        catch (PlaywrightException)
        {
            // The page is gone: what failed is told all the same.
        }
    }
}

/// <summary>axe-core, from the page's own packages.</summary>
internal static class Axe
{
    private static readonly Lazy<string> Read = new(() =>
        File.ReadAllText(Path.Combine(Clone.Root, "src", "Entente.Web", "Client", "node_modules", "axe-core", "axe.min.js"))
    );

    public static string Source => Read.Value;
}
