using System.Globalization;

namespace Entente.Application.Outputs;

/// <summary>
/// Standard error: messages, and on a terminal one line that says how far a long run is. Written by hand: it is twenty lines, and a
/// console library would take longer to load than most runs.
/// </summary>
internal sealed class Messages(TextWriter error, bool showProgress) : IDisposable
{
    private const int BarWidth = 30;

    // Redrawing more often than this shows nothing more.
    private const long RedrawMilliseconds = 80;

    private readonly Lock gate = new();
    private int found;
    private int finished;
    private long lastDrawn;
    private bool drawn;

    public void Say(string line)
    {
        lock (gate)
        {
            Erase();
            error.WriteLine(InputProblem.OneLine(line));
        }
    }

    public void Found()
    {
        lock (gate)
            found++;
    }

    public void Finished()
    {
        lock (gate)
        {
            finished++;
            if (!showProgress || found < 2 || Environment.TickCount64 - lastDrawn < RedrawMilliseconds)
                return;
            lastDrawn = Environment.TickCount64;
            var full = BarWidth * finished / Math.Max(1, found);
            error.Write(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\r\u001b[K{new string('━', full)}{new string('─', BarWidth - full)} {finished} of {found} texts"
                )
            );
            drawn = true;
        }
    }

    /// <summary>Draws how far one long piece of work is.</summary>
    /// <param name="share">0 to 1.</param>
    public void Progress(double share, string what)
    {
        lock (gate)
        {
            if (!showProgress || Environment.TickCount64 - lastDrawn < RedrawMilliseconds)
                return;
            lastDrawn = Environment.TickCount64;
            var full = (int)(BarWidth * Math.Clamp(share, 0, 1));
            error.Write($"\r\u001b[K{new string('━', full)}{new string('─', BarWidth - full)} {what}");
            drawn = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
            Erase();
    }

    private void Erase()
    {
        if (!drawn)
            return;
        error.Write("\r\u001b[K");
        drawn = false;
    }
}
