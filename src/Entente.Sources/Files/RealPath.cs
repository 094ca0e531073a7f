namespace Entente.Sources.Files;

/// <summary>Where a path really leads: every link on the way followed, as the system would follow them.</summary>
public static class RealPath
{
    /// <summary>As many as Linux follows before it calls a chain of links a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The file or folder that a path leads to; null where nothing is there, or the path is none.</summary>
    public static string? Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            return Follow(Path.GetFullPath(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether one real path is another or lies below it.</summary>
    public static bool IsWithin(string real, string root)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(root);
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var folder = Path.TrimEndingDirectorySeparator(root);
        return real.Equals(folder, comparison)
            || (
                real.StartsWith(folder, comparison)
                && (Path.EndsInDirectorySeparator(folder) || real[folder.Length] == Path.DirectorySeparatorChar)
            );
    }

    private static string? Follow(string full)
    {
        var current = Path.GetPathRoot(full)!;
        var left = new Stack<string>();
        Push(left, full[current.Length..]);
        for (var links = 0; left.TryPop(out var part); )
        {
            if (part is ".")
                continue;
            if (part is "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }
            var next = Path.Combine(current, part);
            FileSystemInfo entry = Directory.Exists(next) ? new DirectoryInfo(next) : new FileInfo(next);
            if (entry.LinkTarget is { } target)
            {
                if (++links > MostLinks)
                    return null;
                if (Path.IsPathRooted(target))
                    current = Path.GetPathRoot(target)!;
                Push(left, Path.IsPathRooted(target) ? target[current.Length..] : target);
                continue;
            }
            if (!entry.Exists)
                return null;
            current = next;
        }
        return current;
    }

    private static void Push(Stack<string> left, string path)
    {
        var parts = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
            left.Push(parts[i]);
    }
}
